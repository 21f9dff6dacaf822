import { mode } from './cases';

mode.collectOnly = true;
